// What the page says before the game can speak for itself, and after it has ended.

import type { Language } from "../shared/language";

export interface FrameWords {
  /** The game comes back after the browser took its graphics away. */
  readonly restoring: string;
  /** Plays the pack that is built in. */
  readonly builtIn: string;
}

export const frameWords: Record<Language, FrameWords> = {
  en: { restoring: "Bringing the picture back", builtIn: "Play Purple Hearts" },
  vi: { restoring: "Đang khôi phục hình ảnh", builtIn: "Chơi Purple Hearts" },
  es: { restoring: "Recuperando la imagen", builtIn: "Jugar con Purple Hearts" },
};
