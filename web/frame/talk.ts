// The talk with <house-lights> around the frame, where there is one.

import { canTalk, mismatch, readOrder, readReport, version } from "../shared/protocol";
import type { Greeting, Order, Report } from "../shared/protocol";

export class Talk {
  /** The other side's version; undefined in a bare frame. */
  private readonly version: number | undefined;
  private port: MessagePort | undefined;

  /** fragment: that of the frame's address, where the element has left its version and its secret. */
  constructor(
    fragment: URLSearchParams,
    private readonly around: Window,
    private readonly onOrder: (order: Order) => void,
  ) {
    const said = fragment.get("version");
    this.version = said === null || around === window ? undefined : Number(said);
    const secret = fragment.get("secret");
    if (this.version !== undefined && secret !== null) {
      this.greet(secret);
    }
  }

  /** Whether an element is around that is not too old or too new; where there is none, nothing stands in the way. */
  get isUnderstood(): boolean {
    return this.version === undefined || canTalk(this.version);
  }

  /** Whether the frame stands bare in a page, which only gave it its place. */
  get isBare(): boolean {
    return this.version === undefined && this.around !== window;
  }

  /** What is wrong where it is not. */
  get mismatch(): string {
    return mismatch(this.version ?? version, version);
  }

  /** Asks the element for a new frame, and reports whether there is one to ask. */
  askAgain(): boolean {
    this.tell({ type: "again" });
    return this.port !== undefined;
  }

  /** Tells of something that has happened in the game: detail is JSON. */
  news(name: string, detail: string): void {
    const report = readReport({ type: "news", name, detail: JSON.parse(detail) as unknown });
    if (report !== undefined) {
      this.tell(report);
    }
  }

  tell(report: Report): void {
    this.port?.postMessage(report);
  }

  private greet(secret: string): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      const order = readOrder(data);
      if (order !== undefined) {
        this.onOrder(order);
      }
    };
    this.port = port1;
    const greeting: Greeting = { houselights: version, secret };
    // Which site is around cannot be known; the secret tells it nothing that it did not say itself.
    this.around.postMessage(greeting, "*", [port2]);
  }
}
