// Chromium by its own protocol over a pipe. Playwright keeps every tab awake as if it were in front; here a tab behind
// another is hidden, as it is for a visitor.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { args, chromiumPath } from "../tests/chromium";

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export class Tabs {
  private readonly profile = mkdtempSync(join(tmpdir(), "houselights-bench-"));
  private readonly chromium: ChildProcess;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private last = 0;

  constructor() {
    this.chromium = spawn(
      chromiumPath,
      ["--headless", "--remote-debugging-pipe", `--user-data-dir=${this.profile}`, "--window-size=720,480", ...args],
      { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
    );
    let text = "";
    (this.chromium.stdio[4] as Readable).setEncoding("utf8").on("data", (more: string) => {
      const messages = (text + more).split("\0");
      text = messages.pop() ?? "";
      for (const message of messages) {
        const answer = JSON.parse(message) as Answer;
        if (answer.id !== undefined) {
          this.waiting.get(answer.id)?.(answer);
          this.waiting.delete(answer.id);
        }
      }
    });
  }

  /** Opens a tab in front of all others. first runs in its pages before all else. */
  async open(url: string, first?: () => void): Promise<Tab> {
    const { targetId } = (await this.send("Target.createTarget", { url: "about:blank" })) as { targetId: string };
    const { sessionId } = (await this.send("Target.attachToTarget", { targetId, flatten: true })) as { sessionId: string };
    const tab = new Tab(this, targetId, sessionId);
    await tab.send("Page.enable");
    if (first !== undefined) {
      await tab.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${String(first)})()` });
    }
    await tab.send("Page.navigate", { url });
    return tab;
  }

  async send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.last;
    (this.chromium.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    if (error !== undefined) {
      throw new Error(`${method}: ${error.message}`);
    }
    return result;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.chromium.once("exit", resolve));
    await this.send("Browser.close");
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class Tab {
  constructor(
    private readonly tabs: Tabs,
    private readonly targetId: string,
    private readonly sessionId: string,
  ) {}

  send(method: string, params: object = {}): Promise<unknown> {
    return this.tabs.send(method, params, this.sessionId);
  }

  async toFront(): Promise<void> {
    await this.tabs.send("Target.activateTarget", { targetId: this.targetId });
  }

  /** The value of an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = (await this.send("Runtime.evaluate", { expression, returnByValue: true })) as {
      result: { value?: unknown };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    if (answer.exceptionDetails !== undefined) {
      throw new Error(`${expression}: ${answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text}`);
    }
    return answer.result.value;
  }

  /** Waits until an expression in the page is true. */
  async until(expression: string): Promise<void> {
    for (let tries = 0; tries < 300; tries++) {
      if ((await this.evaluate(expression)) === true) {
        return;
      }
      await pause(100);
    }
    throw new Error(`never true in half a minute: ${expression}`);
  }

  /** Seconds that the main thread has been at work, and the clock beside it. */
  async work(): Promise<{ busy: number; clock: number }> {
    const { metrics } = (await this.send("Performance.getMetrics")) as { metrics: { name: string; value: number }[] };
    const named = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { busy: named("TaskDuration"), clock: named("Timestamp") };
  }
}

/** Presses the game's controls in a tab, one after the other, each as soon as it is there. */
export async function press(tab: Tab, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const control = `document.querySelector("[data-key=${key}]")`;
    await tab.until(`${control} !== null`);
    await tab.evaluate(`${control}.click()`);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
