// What the page says. In English it stands in index.html, and here in the other languages; what depends on something stands here in all.

import type { Language } from "../shared/language";
import type { Site } from "./snippets";

/** What index.html says, by its data-say; those with none there are its title and the name of the swatch. */
export const said: Record<Exclude<Language, "en">, Readonly<Record<string, string>>> = {
  es: {
    pageTitle: "Houselights: cuenta atrás y trivia para tu página",
    heading: "Se apagan las luces de la sala",
    lead: "Una cuenta atrás hasta el estreno y una ronda de diez preguntas, para cualquier página web. No se carga nada pesado antes de que alguien pulse Jugar.",
    make: "Hazlo tuyo",
    questions: "Preguntas",
    packOwn: "Un paquete en una dirección",
    packAddress: "Dirección del paquete",
    event: "Cuenta hasta",
    eventNext: "Lo próximo",
    eventOwn: "Una fecha tuya",
    at: "Fecha y hora",
    eventTitle: "Su título",
    mode: "Se abre con",
    modeHome: "Inicio",
    modeCountdown: "La cuenta atrás",
    modeDaily: "La ronda de hoy",
    modeClassic: "Clásica",
    modeRumour: "¿Verdad o rumor?",
    lang: "Idioma",
    asPage: "Como la página",
    theme: "Aspecto",
    dark: "Oscuro",
    light: "Claro",
    accent: "Color de acento",
    swatch: "Elegir el color de acento",
    size: "Tamaño",
    sizeText: "A lo ancho del texto, 3 : 2",
    sizeCinema: "A lo ancho del texto, 16 : 9",
    sizeSquare: "Cuadrado",
    sizeTall: "Alto, para una barra lateral",
    sizeStrip: "Una franja a lo ancho",
    sizeOwn: "A tu medida",
    width: "Ancho, px",
    height: "Alto, px",
    take: "Ponlo en tu página",
    site: "Tu sitio",
    iframe: "Sin scripts",
    copy: "Copiar",
    strict: "En un sitio estricto",
    policyHow: "Donde rige una Content-Security-Policy, necesita estas fuentes:",
    trustedHow: "Y, solo donde exige Trusted Types:",
    ruleHow: "Una política así rechaza el estilo dentro de las líneas. Pon el tamaño en tu hoja de estilos:",
    note: "Este es un trabajo de fans. No tiene relación con quienes hicieron las películas, ni con Netflix, ni con la autora de la novela. La secuela se publicó para el 14 de febrero de 2026 y nunca se confirmó.",
  },
  vi: {
    pageTitle: "Houselights: đếm ngược và câu đố cho trang của bạn",
    heading: "Đèn trong rạp mờ dần",
    lead: "Đồng hồ đếm ngược đến ngày công chiếu và một vòng mười câu hỏi, cho mọi trang web. Chưa ai bấm Chơi thì chưa tải gì nặng.",
    make: "Chỉnh theo ý bạn",
    questions: "Câu hỏi",
    packOwn: "Bộ câu hỏi ở một địa chỉ",
    packAddress: "Địa chỉ của bộ câu hỏi",
    event: "Đếm đến",
    eventNext: "Sự kiện kế tiếp",
    eventOwn: "Một ngày của bạn",
    at: "Ngày và giờ",
    eventTitle: "Tên sự kiện",
    mode: "Mở đầu bằng",
    modeHome: "Màn hình chính",
    modeCountdown: "Đồng hồ đếm ngược",
    modeDaily: "Vòng hôm nay",
    modeClassic: "Cổ điển",
    modeRumour: "Thật hay tin đồn?",
    lang: "Ngôn ngữ",
    asPage: "Theo trang",
    theme: "Giao diện",
    dark: "Tối",
    light: "Sáng",
    accent: "Màu nhấn",
    swatch: "Chọn màu nhấn",
    size: "Kích thước",
    sizeText: "Rộng bằng bài viết, 3 : 2",
    sizeCinema: "Rộng bằng bài viết, 16 : 9",
    sizeSquare: "Vuông",
    sizeTall: "Cao, cho cột bên",
    sizeStrip: "Một dải ngang",
    sizeOwn: "Tự chọn",
    width: "Rộng, px",
    height: "Cao, px",
    take: "Đưa vào trang của bạn",
    site: "Trang của bạn",
    iframe: "Không script",
    copy: "Sao chép",
    strict: "Trên trang có chính sách chặt",
    policyHow: "Nơi có Content-Security-Policy, cần thêm các nguồn này:",
    trustedHow: "Và chỉ khi trang đòi Trusted Types:",
    ruleHow: "Chính sách như vậy không nhận style trong các dòng đó. Hãy đặt kích thước trong tệp CSS của bạn:",
    note: "Đây là tác phẩm của người hâm mộ, không liên quan đến những người làm phim, Netflix hay tác giả cuốn tiểu thuyết. Phần tiếp theo được đưa tin cho ngày 14 tháng 2, 2026 và chưa bao giờ được xác nhận.",
  },
};

export interface Words {
  /** How the lines come into a site. */
  readonly how: Record<Site, string>;
  /** The page is on the visitor's own machine, so that the lines name that. */
  readonly local: string;
  /** WordPress shows what stands behind an address, where the site has been built to tell it (oEmbed). */
  readonly address: string;
  readonly copied: string;
  /** The browser copies nothing here; the lines are selected. */
  readonly byHand: string;
  /** Something is missing above. */
  readonly mend: string;
  readonly reading: string;
  readonly read: (title: string) => string;
  readonly faults: Record<"pack" | "at" | "accent", string>;
  /** In whose time a date is. */
  readonly offset: (offset: string) => string;
}

export const words: Record<Language, Words> = {
  en: {
    how: {
      html: "Where the widget should be:",
      wordpress: "In the editor add the block “Custom HTML”, and paste:",
      blogger: "In a post switch to the HTML view, or add a gadget “HTML/JavaScript”, and paste:",
      ghost: "In the editor type /html for an HTML card, and paste:",
      react: "A component for React 19. Its types are in houselights.d.ts, beside the script:",
      iframe: "For sites that take scripts out, and for newsletters’ web pages:",
    },
    local: "This page is on your own machine, and so are the addresses below. Copy its folder to your host, and open it there.",
    address: "WordPress takes that out again for those who may not post scripts. They paste this address alone on a line. It shows the widget as it comes:",
    copied: "Copied",
    byHand: "Your browser does not copy here. The lines are selected: copy them from there.",
    mend: "Something is missing above.",
    reading: "Reading it",
    read: (title) => `Found: ${title}`,
    faults: {
      pack: "Give the address of a pack, such as https://your.host/quiz.json.",
      at: "Choose a date and a time.",
      accent: "Your browser knows no such colour. Try #c2255c or teal.",
    },
    offset: (offset) => `By your clock, which is at UTC${offset} then.`,
  },
  es: {
    how: {
      html: "Donde deba estar el widget:",
      wordpress: "En el editor añade el bloque «HTML personalizado» y pega:",
      blogger: "En una entrada pasa a la vista HTML, o añade un gadget «HTML/JavaScript», y pega:",
      ghost: "En el editor escribe /html para una tarjeta HTML y pega:",
      react: "Un componente para React 19. Sus tipos están en houselights.d.ts, junto al script:",
      iframe: "Para sitios que quitan los scripts y para boletines publicados en la web:",
    },
    local: "Esta página está en tu propio equipo, y las direcciones de abajo también. Copia su carpeta a tu servidor y ábrela allí.",
    address: "WordPress lo quita si quien publica no puede usar scripts. En ese caso se pega esta dirección, sola en una línea. Muestra el widget tal como viene:",
    copied: "Copiado",
    byHand: "Tu navegador no copia aquí. Las líneas están seleccionadas: cópialas desde ahí.",
    mend: "Falta algo más arriba.",
    reading: "Leyéndolo",
    read: (title) => `Encontrado: ${title}`,
    faults: {
      pack: "Indica la dirección de un paquete, como https://tu.servidor/quiz.json.",
      at: "Elige una fecha y una hora.",
      accent: "Tu navegador no conoce ese color. Prueba con #c2255c o teal.",
    },
    offset: (offset) => `Según tu reloj, que entonces estará en UTC${offset}.`,
  },
  vi: {
    how: {
      html: "Ở chỗ bạn muốn đặt:",
      wordpress: "Trong trình soạn thảo, thêm khối “HTML tùy chỉnh” rồi dán:",
      blogger: "Trong bài viết, chuyển sang chế độ xem HTML, hoặc thêm tiện ích “HTML/JavaScript”, rồi dán:",
      ghost: "Trong trình soạn thảo, gõ /html để thêm thẻ HTML rồi dán:",
      react: "Một component cho React 19. Kiểu dữ liệu ở houselights.d.ts, cạnh tệp script:",
      iframe: "Cho những trang bỏ hết script, và cho bản web của thư tin:",
    },
    local: "Trang này đang ở trên máy của bạn, và các địa chỉ bên dưới cũng vậy. Hãy chép thư mục này lên máy chủ rồi mở lại ở đó.",
    address: "Với người không được đăng script, WordPress sẽ bỏ các dòng trên. Khi đó hãy dán địa chỉ này, riêng một dòng. Trò chơi hiện ra với cài đặt có sẵn:",
    copied: "Đã sao chép",
    byHand: "Trình duyệt không sao chép được ở đây. Các dòng đã được chọn: hãy sao chép từ đó.",
    mend: "Phía trên còn thiếu thông tin.",
    reading: "Đang đọc",
    read: (title) => `Đã tìm thấy: ${title}`,
    faults: {
      pack: "Hãy nhập địa chỉ của bộ câu hỏi, chẳng hạn https://may.chu/cau-do.json.",
      at: "Hãy chọn ngày và giờ.",
      accent: "Trình duyệt không biết màu này. Hãy thử #c2255c hoặc teal.",
    },
    offset: (offset) => `Theo giờ của bạn, lúc đó là UTC${offset}.`,
  },
};
