// What the page says before the game can speak for itself, and after it has ended.

import type { Language } from "../shared/language";
import type { FailureKind } from "./failure";

export interface Message {
  readonly title: string;
  readonly text: string;
}

export interface FrameWords {
  readonly loading: string;
  readonly again: string;
  readonly reload: string;
  /** Plays the pack that is built in. */
  readonly builtIn: string;
  readonly failures: Record<FailureKind, Message>;
}

export const frameWords: Record<Language, FrameWords> = {
  en: {
    loading: "Loading the game",
    again: "Try again",
    reload: "Reload",
    builtIn: "Play Purple Hearts",
    failures: {
      file: {
        title: "This page needs a web server",
        text: "A game opened from a folder cannot load its files. Put the folder on a web server and open it from there.",
      },
      graphics: {
        title: "The game cannot be drawn here",
        text: "It needs WebGL 2. Update your browser, or switch on hardware acceleration in its settings.",
      },
      missing: {
        title: "The game is not where it should be",
        text: "The server did not send it. Try again in a moment.",
      },
      network: {
        title: "The game did not arrive",
        text: "The connection broke off. Check it, then try again.",
      },
      policy: {
        title: "This page does not let the game run",
        text: "A security setting of the site is in the way. Its owner can change that.",
      },
      stopped: {
        title: "The game has stopped",
        text: "Something went wrong on our side. Try again to start over.",
      },
      lost: {
        title: "The picture is gone",
        text: "The browser took the graphics back. Reload to start over.",
      },
      pack: {
        title: "These questions cannot be played",
        text: "The pack that this page asks for is missing or has a mistake.",
      },
    },
  },
  vi: {
    loading: "Đang tải trò chơi",
    again: "Thử lại",
    reload: "Tải lại",
    builtIn: "Chơi Purple Hearts",
    failures: {
      file: {
        title: "Trang này cần một máy chủ web",
        text: "Mở thẳng từ thư mục thì trò chơi không tải được tệp. Hãy đặt thư mục lên máy chủ web rồi mở từ đó.",
      },
      graphics: {
        title: "Không hiển thị được trò chơi ở đây",
        text: "Trò chơi cần WebGL 2. Hãy cập nhật trình duyệt hoặc bật tăng tốc phần cứng trong phần cài đặt.",
      },
      missing: {
        title: "Không tìm thấy trò chơi",
        text: "Máy chủ không gửi trò chơi. Hãy thử lại sau giây lát.",
      },
      network: {
        title: "Chưa tải được trò chơi",
        text: "Kết nối bị ngắt giữa chừng. Hãy kiểm tra mạng rồi thử lại.",
      },
      policy: {
        title: "Trang này không cho trò chơi chạy",
        text: "Một thiết lập bảo mật của trang đang chặn. Chủ trang có thể thay đổi điều đó.",
      },
      stopped: {
        title: "Trò chơi đã dừng",
        text: "Có trục trặc từ phía chúng tôi. Hãy thử lại để chơi từ đầu.",
      },
      lost: {
        title: "Mất hình rồi",
        text: "Trình duyệt đã thu lại phần đồ họa. Hãy tải lại để chơi từ đầu.",
      },
      pack: {
        title: "Không chơi được bộ câu hỏi này",
        text: "Bộ câu hỏi mà trang này yêu cầu bị thiếu hoặc có lỗi.",
      },
    },
  },
  es: {
    loading: "Cargando el juego",
    again: "Reintentar",
    reload: "Recargar",
    builtIn: "Jugar con Purple Hearts",
    failures: {
      file: {
        title: "Esta página necesita un servidor web",
        text: "Abierto desde una carpeta, el juego no puede cargar sus archivos. Pon la carpeta en un servidor web y ábrelo desde allí.",
      },
      graphics: {
        title: "Aquí no se puede mostrar el juego",
        text: "Necesita WebGL 2. Actualiza el navegador o activa la aceleración por hardware en sus ajustes.",
      },
      missing: {
        title: "El juego no está en su sitio",
        text: "El servidor no lo ha enviado. Vuelve a intentarlo dentro de un momento.",
      },
      network: {
        title: "El juego no ha llegado",
        text: "Se cortó la conexión. Compruébala y vuelve a intentarlo.",
      },
      policy: {
        title: "Esta página no permite que el juego funcione",
        text: "Lo impide un ajuste de seguridad del sitio. Su responsable puede cambiarlo.",
      },
      stopped: {
        title: "El juego se ha detenido",
        text: "Algo ha fallado por nuestra parte. Reinténtalo para empezar de nuevo.",
      },
      lost: {
        title: "Se ha perdido la imagen",
        text: "El navegador ha retirado los gráficos. Recarga para empezar de nuevo.",
      },
      pack: {
        title: "Estas preguntas no se pueden jugar",
        text: "El paquete de preguntas que pide esta página falta o tiene un error.",
      },
    },
  },
};
