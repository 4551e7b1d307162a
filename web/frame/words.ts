// What the page says before the game can speak for itself, and after it has ended.

import type { Language } from "../shared/language";
import type { PackFault } from "./packfailure";

export interface FrameWords {
  /** The game comes back after the browser took its graphics away. */
  readonly restoring: string;
  /** Plays the pack that is built in. */
  readonly builtIn: string;
  /** Why a pack from a host cannot be played. */
  readonly packFaults: Record<PackFault, (host: string) => string>;
}

export const frameWords: Record<Language, FrameWords> = {
  en: {
    restoring: "Bringing the picture back",
    builtIn: "Play Purple Hearts",
    packFaults: {
      address: () => "The address of these questions cannot be used.",
      unlisted: (host) => `This site does not play questions from ${host}.`,
      late: (host) => `The questions from ${host} did not arrive; check the connection and try again.`,
      refused: (host) => `${host} does not give its questions to this site.`,
      missing: (host) => `${host} has no questions at this address right now.`,
      large: (host) => `The file of questions from ${host} is too large to play.`,
      broken: (host) => `The questions from ${host} have mistakes and cannot be played.`,
    },
  },
  vi: {
    restoring: "Đang khôi phục hình ảnh",
    builtIn: "Chơi Purple Hearts",
    packFaults: {
      address: () => "Không dùng được địa chỉ của bộ câu hỏi này.",
      unlisted: (host) => `Trang này không nhận bộ câu hỏi từ ${host}.`,
      late: (host) => `Chưa tải được bộ câu hỏi từ ${host}; hãy kiểm tra mạng rồi thử lại.`,
      refused: (host) => `${host} không gửi bộ câu hỏi cho trang này.`,
      missing: (host) => `Hiện không có bộ câu hỏi nào ở địa chỉ này của ${host}.`,
      large: (host) => `Tệp câu hỏi từ ${host} quá lớn nên không chơi được.`,
      broken: (host) => `Bộ câu hỏi từ ${host} có lỗi nên không chơi được.`,
    },
  },
  es: {
    restoring: "Recuperando la imagen",
    builtIn: "Jugar con Purple Hearts",
    packFaults: {
      address: () => "La dirección de estas preguntas no se puede usar.",
      unlisted: (host) => `Este sitio no admite preguntas de ${host}.`,
      late: (host) => `Las preguntas de ${host} no han llegado; comprueba la conexión y reinténtalo.`,
      refused: (host) => `${host} no entrega sus preguntas a este sitio.`,
      missing: (host) => `Ahora mismo no hay preguntas en esta dirección de ${host}.`,
      large: (host) => `El archivo de preguntas de ${host} es demasiado grande.`,
      broken: (host) => `Las preguntas de ${host} tienen errores y no se pueden jugar.`,
    },
  },
};
