// Playing the sounds of the game, which come from it as samples. There is nothing of the browser's audio before the first one.

/** How long after the end of a sound the browser's audio may rest, in milliseconds. */
const patience = 3_000;

/** Plays sounds. A browser that has none, or refuses, is no failure: the game is silent then. */
export class Speaker {
  private readonly sounds = new Map<string, AudioBuffer>();
  private context: AudioContext | undefined;
  private timer: number | undefined;
  /** What is to be heard as soon as the browser's audio runs. */
  private waiting: AudioBufferSourceNode | undefined;

  /** isAllowed is asked before each sound. */
  constructor(private readonly isAllowed: () => boolean) {}

  /** Takes a sound by the name under which it will be wanted. */
  learn(name: string, samples: Float32Array<ArrayBuffer>, sampleRate: number): void {
    try {
      const sound = new AudioBuffer({ length: samples.length, sampleRate });
      sound.copyToChannel(samples, 0);
      this.sounds.set(name, sound);
    } catch {
      // Then it is not played.
    }
  }

  play(name: string): void {
    const sound = this.sounds.get(name);
    if (sound === undefined || !this.isAllowed()) {
      return;
    }
    try {
      const context = (this.context ??= new AudioContext());
      const source = new AudioBufferSourceNode(context, { buffer: sound });
      source.connect(context.destination);
      source.start();
      this.waiting?.disconnect(); // late by now: it must not come together with this one
      this.waiting = context.state === "running" ? undefined : source;
      context.resume().then(() => (this.waiting = undefined), () => {});
    } catch {
      return;
    }
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.rest, sound.duration * 1000 + patience);
  }

  /** Falls silent at once, and gives back what the browser's audio takes. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = this.waiting = undefined;
    this.context?.close().catch(() => {});
    this.context = undefined;
  }

  private readonly rest = (): void => {
    this.timer = undefined;
    if (this.context?.state === "running") {
      this.context.suspend().catch(() => {});
    } else {
      this.stop(); // it has been refused, and what waits in it must not come later
    }
  };
}
