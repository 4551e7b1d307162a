// What the widget says while the game is on its way, in each language.

import type { Language } from "../shared/language";

export interface PlayerWords {
  /** The name of the frame. */
  readonly game: (title: string) => string;
  readonly loading: string;
  /** Closes the dialog. */
  readonly close: string;
  /** Where the focus goes when the visitor leaves the game by keyboard. */
  readonly after: string;
}

export const playerWords: Record<Language, PlayerWords> = {
  en: { game: (title) => `${title}: countdown and trivia`, loading: "Loading the game", close: "Close", after: "After the game" },
  vi: { game: (title) => `${title}: đếm ngược và đố vui`, loading: "Đang tải trò chơi", close: "Đóng", after: "Sau trò chơi" },
  es: { game: (title) => `${title}: cuenta atrás y trivia`, loading: "Cargando el juego", close: "Cerrar", after: "Después del juego" },
};
