// What the page says. In English it stands in index.html, and here in the other languages; what depends on something stands here in all.

import type { Language } from "../shared/language";
import type { Site } from "./choice";
import type { Fault } from "./form";

/** What index.html says, by its data-say; those with none there are its title and the name of the swatch. */
export const said: Record<Exclude<Language, "en">, Readonly<Record<string, string>>> = {
  es: {
    pageTitle: "Houselights: cuenta regresiva y trivia para tu página",
    heading: "Se apagan las luces de la sala",
    lead: "Houselights es una cuenta regresiva y una ronda de diez preguntas sobre Purple Hearts, o sobre la película que elijas, para cualquier página web. No se carga nada pesado hasta que alguien pulsa «Jugar».",
    make: "Hazlo tuyo",
    questions: "Preguntas",
    packOwn: "Otro paquete",
    packAddress: "Dirección del paquete",
    event: "Cuenta regresiva hasta",
    eventNext: "La próxima fecha",
    eventOwn: "Otra fecha",
    at: "Fecha y hora",
    eventTitle: "Nombre del evento",
    mode: "Se abre con",
    modeHome: "Inicio",
    modeCountdown: "La cuenta regresiva",
    modeDaily: "La ronda de hoy",
    modeClassic: "Clásica",
    modeRumour: "¿Verdad o rumor?",
    lang: "Idioma",
    asPage: "Según la página",
    theme: "Aspecto",
    dark: "Oscuro",
    light: "Claro",
    accent: "Color de acento",
    swatch: "Elegir el color de acento",
    size: "Tamaño",
    sizeText: "Ancho del texto, 3:2",
    sizeCinema: "Ancho del texto, 16:9",
    sizeSquare: "Cuadrado",
    sizeTall: "Alto, para barra lateral",
    sizeStrip: "Una franja a lo ancho",
    sizeOwn: "A tu medida",
    width: "Ancho, px",
    height: "Alto, px",
    see: "Ver cómo queda",
    take: "Ponlo en tu página",
    site: "Tu sitio",
    iframe: "Sin scripts",
    copy: "Copiar",
    strict: "Si hay una política estricta",
    policyHow: "Si tu sitio usa una Content-Security-Policy, añade estas fuentes a esas directivas:",
    trustedHow: "Y este nombre, solo si la política tiene una lista trusted-types:",
    ruleHow: "También puede rechazar el estilo de esas líneas. Si es así, quítalo y pon el tamaño en tu hoja de estilos:",
    note: "Es un proyecto de fans. No tiene relación con los creadores de las películas, con Netflix ni con la autora de la novela. Según se publicó, la secuela llegaría el 14 de febrero de 2026, pero nunca se confirmó.",
  },
  vi: {
    pageTitle: "Houselights: đếm ngược và đố vui cho trang của bạn",
    heading: "Đèn rạp mờ dần",
    lead: "Houselights là đồng hồ đếm ngược và một vòng mười câu hỏi về Purple Hearts, hay bộ phim bạn chọn, cho mọi trang web. Chỉ khi có người bấm “Chơi”, phần nặng mới được tải.",
    make: "Chỉnh theo ý bạn",
    questions: "Câu hỏi",
    packOwn: "Bộ câu hỏi khác",
    packAddress: "Địa chỉ của bộ câu hỏi",
    event: "Đếm đến",
    eventNext: "Sự kiện kế tiếp",
    eventOwn: "Ngày bạn chọn",
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
    sizeText: "Rộng bằng bài viết, 3:2",
    sizeCinema: "Rộng bằng bài viết, 16:9",
    sizeSquare: "Vuông",
    sizeTall: "Dọc, cho thanh bên",
    sizeStrip: "Một dải ngang",
    sizeOwn: "Tự chọn",
    width: "Rộng, px",
    height: "Cao, px",
    see: "Xem thử",
    take: "Đưa vào trang của bạn",
    site: "Trang của bạn",
    iframe: "Không script",
    copy: "Sao chép",
    strict: "Nếu trang siết chặt bảo mật",
    policyHow: "Nếu trang dùng Content-Security-Policy, hãy thêm các nguồn này vào các chỉ thị đó:",
    trustedHow: "Và thêm tên này, chỉ khi chính sách có danh sách trusted-types:",
    ruleHow: "Chính sách cũng có thể chặn style trong đoạn mã. Khi đó, hãy bỏ style đó đi và đặt kích thước trong tệp CSS của bạn:",
    note: "Đây là sản phẩm của người hâm mộ, không liên quan đến các nhà làm phim, Netflix hay tác giả cuốn tiểu thuyết. Theo tin đưa, phần tiếp theo sẽ ra mắt ngày 14 tháng 2, 2026, nhưng tin này chưa bao giờ được xác nhận.",
  },
};

export interface Words {
  /** How the lines come into a site. */
  readonly how: Record<Site, string>;
  /** The page is on the visitor's own machine, so that the lines name that. */
  readonly local: string;
  /** The page has come by http, so that its lines do nothing in a site on https. */
  readonly insecure: string;
  /** WordPress shows what stands behind an address, where the site has been built to tell it (oEmbed). */
  readonly address: string;
  readonly copied: string;
  /** The browser copies nothing here; the lines are selected. */
  readonly byHand: string;
  /** Something is missing above. */
  readonly mend: string;
  readonly reading: string;
  readonly read: (title: string) => string;
  readonly faults: Record<Fault, string>;
  /** The address is one of http. */
  readonly insecurePack: string;
  /** In whose time a date is. */
  readonly offset: (offset: string) => string;
  readonly past: string;
  /** What becomes of an accent. */
  readonly readable: string;
}

export const words: Record<Language, Words> = {
  en: {
    how: {
      html: "Paste this where the widget should be:",
      wordpress: "In the editor, add a “Custom HTML” block and paste:",
      blogger: "In a post, switch to HTML view; or, under Layout, add an “HTML/JavaScript” gadget. Then paste:",
      ghost: "In the editor, type /html for an HTML card and paste:",
      react: "A component for React 19. Its types are in houselights.d.ts, beside the script:",
      iframe: "For sites that remove scripts:",
    },
    insecure: "Open this page by https: a site on https refuses lines with http.",
    local: "These lines work on your own machine only. Copy the folder of this page to a host, and open it there.",
    address: "If your account may not post scripts, WordPress removes those lines. Then paste this address, alone on a line. It shows the widget without your choices:",
    copied: "Copied",
    byHand: "Your browser does not copy here. The lines are selected: copy them yourself.",
    mend: "Check the marked field first.",
    reading: "Reading the pack",
    read: (title) => `Found: ${title}`,
    faults: {
      pack: "Give the address of a pack, such as https://example.com/quiz.json.",
      at: "Choose a date and a time.",
      accent: "Your browser knows no such colour. Try #c2255c or teal.",
      width: "From 200 to 2000.",
      height: "From 50 to 2000.",
    },
    insecurePack: "The address has to begin with https://.",
    offset: (offset) => `In your own time (UTC${offset} on that day).`,
    past: "This date has passed.",
    readable: "It is shown dark enough on light, and light enough on dark, to be read.",
  },
  es: {
    how: {
      html: "Pega esto donde quieras el widget:",
      wordpress: "En el editor, añade un bloque «HTML personalizado» y pega:",
      blogger: "En una entrada, pasa a «Vista HTML»; o, en «Diseño», añade un gadget «HTML/JavaScript». Luego pega:",
      ghost: "En el editor, escribe /html para insertar una tarjeta HTML y pega:",
      react: "Un componente para React 19. Sus tipos están en houselights.d.ts, junto al script:",
      iframe: "Para sitios que quitan los scripts:",
    },
    insecure: "Abre esta página por https: un sitio con https rechaza líneas con http.",
    local: "Estas líneas solo funcionan en tu propio equipo. Copia la carpeta de esta página a un servidor y ábrela allí.",
    address: "Si tu cuenta no puede publicar scripts, WordPress quita esas líneas. Pega entonces esta dirección, sola en una línea. Muestra el widget sin lo que elegiste arriba:",
    copied: "Copiado",
    byHand: "Tu navegador no copia aquí. El código está seleccionado: cópialo desde ahí.",
    mend: "Revisa antes el campo marcado.",
    reading: "Leyendo el paquete",
    read: (title) => `Encontrado: ${title}`,
    faults: {
      pack: "Indica la dirección de un paquete, como https://example.com/quiz.json.",
      at: "Elige una fecha y una hora.",
      accent: "Tu navegador no conoce ese color. Prueba con #c2255c o teal.",
      width: "De 200 a 2000.",
      height: "De 50 a 2000.",
    },
    insecurePack: "La dirección tiene que empezar por https://.",
    offset: (offset) => `En tu hora local (UTC${offset} ese día).`,
    past: "Esta fecha ya pasó.",
    readable: "Se oscurece sobre fondo claro y se aclara sobre fondo oscuro lo necesario para leerse bien.",
  },
  vi: {
    how: {
      html: "Dán vào chỗ bạn muốn đặt trò chơi:",
      wordpress: "Trong trình soạn thảo, thêm khối “HTML tùy chỉnh” rồi dán:",
      blogger: "Trong bài đăng, chọn “Chế độ xem HTML”; hoặc trong “Bố cục”, thêm tiện ích “HTML/JavaScript”. Sau đó dán:",
      ghost: "Trong trình soạn thảo, gõ /html, chọn HTML rồi dán:",
      react: "Một component cho React 19. Kiểu dữ liệu ở houselights.d.ts, cạnh tệp script:",
      iframe: "Dành cho những trang không cho dùng script:",
    },
    insecure: "Hãy mở trang này bằng https: trang dùng https không nhận đoạn mã có http.",
    local: "Đoạn mã này chỉ chạy trên máy của bạn. Hãy chép thư mục chứa trang này lên máy chủ rồi mở lại ở đó.",
    address: "Nếu tài khoản của bạn không được đăng script, WordPress sẽ bỏ đoạn mã trên. Khi đó, hãy dán riêng địa chỉ này trên một dòng. Trò chơi sẽ hiện ra với cài đặt mặc định:",
    copied: "Đã sao chép",
    byHand: "Trình duyệt không tự sao chép được. Đoạn mã đã được chọn sẵn, bạn hãy tự sao chép nhé.",
    mend: "Bạn hãy kiểm tra lại ô được đánh dấu trước.",
    reading: "Đang đọc bộ câu hỏi",
    read: (title) => `Đã tìm thấy: ${title}`,
    faults: {
      pack: "Hãy nhập địa chỉ của bộ câu hỏi, chẳng hạn https://example.com/quiz.json.",
      at: "Hãy chọn ngày và giờ.",
      accent: "Trình duyệt không biết màu này. Hãy thử #c2255c hoặc teal.",
      width: "Từ 200 đến 2000.",
      height: "Từ 50 đến 2000.",
    },
    insecurePack: "Địa chỉ phải bắt đầu bằng https://.",
    offset: (offset) => `Theo giờ của bạn (ngày đó là UTC${offset}).`,
    past: "Ngày này đã qua.",
    readable: "Màu được làm đậm hơn trên nền sáng và nhạt hơn trên nền tối, vừa đủ để dễ đọc.",
  },
};
