// What the poster says, in each language.

import type { Language } from "../shared/language";

export interface PosterWords {
  readonly label: string;
  readonly play: string;
  /** The title of a pack that we know nothing of. */
  readonly trivia: string;
  /** Where a foreign pack comes from. */
  readonly from: (host: string) => string;
  /** The name of the frame. */
  readonly game: (title: string) => string;
}

export const posterWords: Record<Language, PosterWords> = {
  en: {
    label: "Countdown and trivia",
    play: "Play",
    trivia: "Film trivia",
    from: (host) => `Questions from ${host}`,
    game: (title) => `${title}: countdown and trivia`,
  },
  vi: {
    label: "Đếm ngược và đố vui",
    play: "Chơi",
    trivia: "Đố vui điện ảnh",
    from: (host) => `Câu hỏi từ ${host}`,
    game: (title) => `${title}: đếm ngược và đố vui`,
  },
  es: {
    label: "Cuenta atrás y trivia",
    play: "Jugar",
    trivia: "Trivia de cine",
    from: (host) => `Preguntas de ${host}`,
    game: (title) => `${title}: cuenta atrás y trivia`,
  },
};
