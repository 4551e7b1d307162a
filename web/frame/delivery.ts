// Getting the questions that are not built in, while the game itself comes.

import { isPackId } from "../shared/choices";
import { loadPack, packAddress } from "./pack";
import type { Settings } from "./settings";

/** How long the questions may take, in milliseconds, before the visitor is offered others. */
const patience = 5_000;

/** What a delivery says of itself. */
export interface Watcher {
  /** There is something new of the questions that are waited for. */
  onProgress(): void;
  /** It takes long: the visitor may have the pack that is built in. Returns what takes the offer back. */
  offer(): () => void;
  /** It is over, well or not. */
  onEnd(): void;
}

export class Delivery {
  /** The questions from a host, while they are all that is missing. */
  awaited: { host: string; bytes: number } | undefined;
  /** Ends the wait. */
  private wait: AbortController | undefined;
  /** What the browser's copy of a pack is good for. */
  private cache: RequestCache = "default";

  constructor(
    private readonly settings: Settings,
    private readonly watcher: Watcher,
  ) {}

  /** Gets the pack that is asked for into the settings. When the game has come, the visitor is told what is still waited for. */
  async get(game: Promise<unknown>): Promise<void> {
    const { settings, watcher } = this;
    const { pack } = settings;
    if (isPackId(pack) || settings.packText !== null) {
      return;
    }
    const address = packAddress(pack, location);
    const coming = { host: address.host, bytes: 0 };
    const wait = new AbortController();
    this.wait = wait;
    let withdraw = (): void => {};
    const gameCame = (): void => {
      if (!wait.signal.aborted) {
        this.awaited = coming;
        watcher.onProgress();
      }
    };
    const offer = (): void => {
      if (!wait.signal.aborted) {
        withdraw = watcher.offer();
      }
    };
    const late = new Promise((come) => setTimeout(come, patience));
    game.then(gameCame, () => {});
    Promise.all([game, late]).then(offer, () => {});
    try {
      const { text, host, translations } = await loadPack(address, location, this.cache, wait.signal, (bytes) => {
        coming.bytes = bytes;
        watcher.onProgress();
      });
      if (settings.pack === pack) {
        settings.packText = text;
        settings.packHost = host;
        settings.translations = translations;
      }
    } catch (error) {
      if (settings.pack === pack) {
        throw error; // else nobody waits for it any more
      }
    } finally {
      wait.abort();
      watcher.onEnd();
      withdraw();
      this.awaited = undefined;
      watcher.onProgress();
    }
  }

  /** Ends the wait for a pack. */
  stop(): void {
    this.wait?.abort();
  }

  /** The pack has faults: the next try gets it anew, and as it is by then. */
  refuse(): void {
    this.settings.packText = null;
    this.cache = "no-cache";
  }
}
