// What a visitor is told while the game is on its way, and when it cannot come, in each language: one sentence.

import type { Language } from "../shared/language";
import type { FailureKind } from "./failure";

export interface FootWords {
  readonly loading: string;
  /** The game itself is there; the questions from a host are not. */
  readonly fetching: (host: string) => string;
  readonly again: string;
  /** Opens the detail. */
  readonly author: string;
  readonly sentences: Record<FailureKind, string>;
}

export const footWords: Record<Language, FootWords> = {
  en: {
    loading: "Loading the game",
    fetching: (host) => `Fetching the questions from ${host}`,
    again: "Try again",
    author: "For the owner of this page",
    sentences: {
      file: "This page was opened from a folder, and the game needs a web server.",
      graphics: "The game needs WebGL 2, which this browser does not offer right now.",
      missing: "The game could not be loaded.",
      network: "The game did not arrive; check the connection and try again.",
      policy: "A security setting of this site keeps the game from running.",
      version: "This page holds an older part of the game; reload it to play.",
      stopped: "The game has stopped; try again to go on.",
      lost: "The browser cannot draw the game right now; try again to go on.",
      pack: "These questions cannot be played.",
    },
  },
  vi: {
    loading: "Đang tải trò chơi",
    fetching: (host) => `Đang tải câu hỏi từ ${host}`,
    again: "Thử lại",
    author: "Dành cho chủ trang này",
    sentences: {
      file: "Trang này được mở từ một thư mục, còn trò chơi thì cần máy chủ web.",
      graphics: "Trò chơi cần WebGL 2, mà trình duyệt này hiện không có.",
      missing: "Không tải được trò chơi.",
      network: "Chưa tải được trò chơi; hãy kiểm tra mạng rồi thử lại.",
      policy: "Một thiết lập bảo mật của trang này không cho trò chơi chạy.",
      version: "Trang này đang giữ một phần cũ của trò chơi; hãy tải lại trang để chơi.",
      stopped: "Trò chơi đã dừng; hãy thử lại để chơi tiếp.",
      lost: "Trình duyệt hiện không hiển thị được trò chơi; hãy thử lại để chơi tiếp.",
      pack: "Không chơi được bộ câu hỏi này.",
    },
  },
  es: {
    loading: "Cargando el juego",
    fetching: (host) => `Cargando las preguntas de ${host}`,
    again: "Reintentar",
    author: "Para quien lleva esta página",
    sentences: {
      file: "Esta página se abrió desde una carpeta, y el juego necesita un servidor web.",
      graphics: "El juego necesita WebGL 2, que este navegador no ofrece ahora mismo.",
      missing: "No se ha podido cargar el juego.",
      network: "El juego no ha llegado; comprueba la conexión y reinténtalo.",
      policy: "Un ajuste de seguridad de este sitio no deja funcionar el juego.",
      version: "Esta página guarda una parte antigua del juego; recárgala para jugar.",
      stopped: "El juego se ha detenido; reinténtalo para continuar.",
      lost: "El navegador no puede mostrar el juego ahora mismo; reinténtalo para continuar.",
      pack: "Estas preguntas no se pueden jugar.",
    },
  },
};
