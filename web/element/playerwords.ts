// What the widget says of the game and around it, in each language.

import type { Language } from "../shared/language";

export interface PlayerWords {
  /** The name of the frame. */
  readonly game: (title: string) => string;
  /** Closes the dialog. */
  readonly close: string;
  /** Where the focus goes when the visitor leaves the game by keyboard. */
  readonly after: string;
}

export const playerWords: Record<Language, PlayerWords> = {
  en: { game: (title) => `${title}: countdown and trivia`, close: "Close", after: "After the game" },
  vi: { game: (title) => `${title}: đếm ngược và đố vui`, close: "Đóng", after: "Sau trò chơi" },
  es: { game: (title) => `${title}: cuenta regresiva y trivia`, close: "Cerrar", after: "Después del juego" },
};
