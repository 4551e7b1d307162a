package author

import "strings"

// language is what questions are written with. {name}, {place}, {film}, {thing}, {noun}, {deed}, {year} and {number} are
// filled with something new each time.
type language struct {
	title      string
	asks       []ask
	statements []string // true or false
	reasons    []string
	films      []string // with the gaps {noun} and {quality}
	thing      string   // likewise
	nouns      []string
	qualities  []string
	deeds      []string // done by somebody, about something
	onsets     []string // a name is made of syllables
	rhymes     []string
}

// ask is a question with what its answers look like.
type ask struct{ ask, answer string }

var (
	topics = strings.Fields("cast crew story music making world awards")
	papers = strings.Fields("Wikipedia Variety Collider Deadline TheWrap Empire Billboard Elle IndieWire Vulture")
)

var languages = map[string]language{
	"en": {
		title: "A large pack",
		asks: []ask{
			{"Who {deed} {film} before it reached the cinema?", "{name}"},
			{"Which actor plays {name} in {film} ({year})?", "{name}"},
			{"In which town does {name} first see the {noun}?", "{place}"},
			{"What does {name} carry through the whole of {film}?", "{thing}"},
			{"From which film did {film} take its idea of the {noun}?", "{film}"},
			{"When did {film} open the festival of {place}?", "{year}"},
			{"How many takes did the scene with the {noun} in {place} need?", "{number}"},
			{"Why did {name} leave the set of {film}?", "For {thing} from {place}"},
			{"Which song by {name} is heard while the {noun} burns?", "{film} of {place}"},
			{"What is hidden behind the {noun} in the last scene?", "{thing} for {name}"},
			{"With whom did {name} write the songs of {film}?", "{name}"},
			{"What did {place} give to the makers of {film}?", "{thing}"},
		},
		statements: []string{
			"{name} {deed} {film} together with {name}.",
			"The {noun} in {film} was built in {place} in {year}.",
			"{name} had never acted before {film}.",
			"{thing} can be seen in every scene that was shot in {place}.",
			"{film} was made in {number} days, without {thing}.",
		},
		reasons: []string{
			"{name} {deed} it, and kept {thing} from the set.",
			"It was shot in {place} in {year}, with {thing} that had been made for {film}.",
			"The director had read about {thing} in a letter by {name}. The scene took {number} days.",
			"{name} said so in an interview, and {name} never denied it.",
			"{film}, which came out in {year}, had used the same {noun}.",
			"He says no, because {thing} still waits for him in {place}.",
			"The {noun} came from {place}. It stands in a museum now, beside {thing}.",
			"{number} people worked on the {noun}; {name} {deed} the rest alone.",
			"In the novel it is {thing}, and nobody in {place} speaks of it before the end.",
		},
		films: []string{"The {quality} {noun}", "The {noun}", "{quality} {noun}", "A {quality} {noun}"},
		thing: "a {quality} {noun}",
		nouns: strings.Fields("letter garden harbour piano soldier mirror train lantern window suitcase winter river orchestra bridge theatre photograph kitchen uniform island telephone " +
			"bicycle painting hospital radio market wedding staircase diary ferry chapel typewriter orchard carnival motel lighthouse ticket necklace stadium kingdom curtain " +
			"notebook guitar sailor library balcony compass raincoat desert summer balloon rooftop engine camera costume village trumpet promise passport ladder fountain"),
		qualities: strings.Fields("silent broken golden crowded borrowed purple distant careful hidden wooden restless gentle foreign empty bitter honest forgotten narrow burning second " +
			"painted stubborn quiet frozen generous hollow lonely modern patient rented royal secret simple sudden tired unfinished velvet weathered wild young"),
		deeds:  strings.Split("directed,edited,financed,photographed,wrote about,translated,restored,nearly left,scored,produced,rehearsed,designed", ","),
		onsets: strings.Fields("b bl br c ch cl cr d dr f fl fr g gl gr h j k kn l m n p ph pl pr qu r s sc sh sk sl sp st sw t th tr v w y z"),
		rhymes: strings.Fields("a ack air an ant ar ath aw ead eck ell en er est ew ey i ick ild in ing is ix o old on oon ope or osh ow oy u uff un urn ush ust ade ard ery ine"),
	},
	"es": {
		title: "Una colección grande",
		asks: []ask{
			{"¿Quién {deed} {film} antes de su estreno?", "{name}"},
			{"¿Quién interpreta a {name} en {film} ({year})?", "{name}"},
			{"¿En qué ciudad ve {name} por primera vez aquel lugar con {thing}?", "{place}"},
			{"¿Qué lleva {name} consigo durante toda la película?", "{thing}"},
			{"¿De qué película tomó {film} su última escena?", "{film}"},
			{"¿En qué año inauguró {film} el festival de {place}?", "{year}"},
			{"¿Cuántas tomas necesitó la escena de {place}, rodada con {thing}?", "{number}"},
			{"¿Por qué abandonó {name} el rodaje de {film}?", "Por {thing} de {place}"},
			{"¿Qué canción de {name} suena mientras arde {place}?", "{film} de {place}"},
			{"¿Qué se esconde detrás de la puerta en la última escena?", "{thing} para {name}"},
			{"¿Con quién escribió {name} las canciones de {film}?", "{name}"},
		},
		statements: []string{
			"{name} {deed} {film} junto con {name}.",
			"El decorado de {film} se construyó en {place} en {year}.",
			"{name} nunca había actuado antes de {film}.",
			"Se ve {thing} en todas las escenas rodadas en {place}.",
			"{film} se rodó en {number} días, sin {thing}.",
		},
		reasons: []string{
			"{name} la {deed} y se quedó con {thing} del rodaje.",
			"Se rodó en {place} en {year}, con {thing} que venía de {film}.",
			"La directora había leído sobre {thing} en una carta de {name}. La escena llevó {number} días.",
			"{name} lo dijo en una entrevista, y {name} nunca lo negó.",
			"{film}, estrenada en {year}, ya había mostrado lo mismo.",
			"Él dice que no, porque en {place} aún le espera {thing}.",
			"Llegó de {place}. Hoy está en un museo, junto a {thing}.",
			"Trabajaron {number} personas; {name} {deed} el resto a solas.",
			"En la novela es {thing}, y nadie en {place} habla de ello hasta el final.",
		},
		films: []string{"El {noun} {quality}", "El {noun}", "Un {noun} {quality}", "Ningún {noun} {quality}"},
		thing: "un {noun} {quality}",
		nouns: strings.Fields("jardín puerto piano soldado espejo tren farol maletín invierno río teatro uniforme teléfono cuadro hospital mercado diario ferri pueblo carnaval faro collar " +
			"estadio reino telón cuaderno marinero balcón compás desierto verano globo tejado motor disfraz pasaporte músico corazón camión jabón sillón bolígrafo árbol " +
			"avión océano año sueño otoño niño cañón país baúl café sofá símbolo número párrafo médico príncipe fantasma"),
		qualities: strings.Fields("silencioso roto dorado prestado lejano prudente escondido inquieto extraño vacío amargo honesto olvidado estrecho ardiente pintado terco helado generoso hueco " +
			"solitario moderno paciente alquilado secreto sencillo súbito cansado inacabado salvaje joven último único frágil común español célebre íntimo rápido pálido"),
		deeds:  strings.Split("dirigió,montó,financió,fotografió,tradujo,restauró,casi abandonó,produjo,ensayó,diseñó,guionizó,presentó", ","),
		onsets: strings.Fields("b br c ch d f g h j l ll m n ñ p pr qu r s t tr v z"),
		rhymes: strings.Fields("a aba ado al ar ás án aya és ía el emo en ena ero ez i ia ico ilo ín ita o oja ón or os osa ote ú ubio ulo una ús uela ando erro"),
	},
	"vi": {
		title: "Một bộ câu hỏi lớn",
		asks: []ask{
			{"Ai đã {deed} phim {film} trước khi phim ra rạp?", "{name}"},
			{"Ai đóng vai {name} trong phim {film} ({year})?", "{name}"},
			{"{name} lần đầu nhìn thấy {noun} ở thị trấn nào?", "{place}"},
			{"{name} mang theo vật gì trong suốt phim {film}?", "{thing}"},
			{"Phim {film} lấy ý tưởng về {noun} từ phim nào?", "{film}"},
			{"Phim {film} mở màn liên hoan phim {place} vào năm nào?", "{year}"},
			{"Cảnh có {noun} ở {place} phải quay bao nhiêu lần?", "{number}"},
			{"Vì sao {name} rời đoàn làm phim {film}?", "Vì {thing} ở {place}"},
			{"Bài hát nào của {name} vang lên khi {noun} bốc cháy?", "{film} ở {place}"},
			{"Vật gì được giấu sau {noun} trong cảnh cuối?", "{thing} của {name}"},
			{"{name} viết các bài hát của phim {film} cùng với ai?", "{name}"},
		},
		statements: []string{
			"{name} đã {deed} phim {film} cùng với {name}.",
			"{thing} trong phim {film} được dựng ở {place} vào năm {year}.",
			"{name} chưa từng đóng phim trước {film}.",
			"{thing} xuất hiện trong mọi cảnh quay ở {place}.",
			"Phim {film} được quay trong {number} ngày, không có {thing}.",
		},
		reasons: []string{
			"{name} đã {deed} phim này và giữ lại {thing} từ trường quay.",
			"Phim được quay ở {place} vào năm {year}, với {thing} làm riêng cho {film}.",
			"Đạo diễn đã đọc về {thing} trong một lá thư của {name}. Cảnh này mất {number} ngày.",
			"{name} đã nói vậy trong một cuộc phỏng vấn, và {name} chưa từng phủ nhận.",
			"{film}, ra mắt năm {year}, cũng đã dùng {noun} ấy.",
			"Anh từ chối, vì {thing} vẫn đợi anh ở {place}.",
			"{noun} ấy đến từ {place}. Nay nó nằm trong bảo tàng, bên cạnh {thing}.",
			"Có {number} người làm {noun}; phần còn lại một mình {name} {deed}.",
			"Trong tiểu thuyết đó là {thing}, và không ai ở {place} nhắc tới cho đến cuối truyện.",
		},
		films: []string{"{noun} {quality}", "{noun} và gió", "Những {noun} {quality}", "{noun} {quality} cuối cùng"},
		thing: "{noun} {quality}",
		nouns: strings.Split("khu vườn,bến cảng,đàn dương cầm,người lính,tấm gương,chuyến tàu,chiếc đèn lồng,ô cửa sổ,vali,mùa đông,dòng sông,cây cầu,nhà hát,bức ảnh,căn bếp,quân phục,hòn đảo,"+
			"điện thoại,xe đạp,bức tranh,bệnh viện,khu chợ,đám cưới,cầu thang,nhật ký,phà,nhà nguyện,máy đánh chữ,lễ hội,ngọn hải đăng,tấm vé,vòng cổ,sân vận động,vương quốc,tấm màn,cuốn sổ,"+
			"cây đàn,thủy thủ,thư viện,ban công,la bàn,áo mưa,sa mạc,mùa hạ,khinh khí cầu,mái nhà,động cơ,máy quay,ngôi làng,kèn,lời hứa,hộ chiếu,chiếc thang,đài phun nước", ","),
		qualities: strings.Split("lặng lẽ,vỡ,bằng vàng,đông đúc,đi mượn,màu tím,xa xôi,cẩn trọng,bị giấu,bằng gỗ,bồn chồn,dịu dàng,xa lạ,trống rỗng,cay đắng,trung thực,bị lãng quên,hẹp,rực cháy,"+
			"thứ hai,được sơn lại,bướng bỉnh,yên tĩnh,đóng băng,hào phóng,cô đơn,hiện đại,kiên nhẫn,đi thuê,hoàng gia,bí mật,giản dị,bất ngờ,mệt mỏi,dang dở,hoang dã,trẻ trung", ","),
		deeds:  strings.Split("đạo diễn,dựng,đầu tư,quay,dịch,phục chế,suýt bỏ,viết nhạc cho,sản xuất,thiết kế,viết về,giới thiệu", ","),
		onsets: strings.Fields("b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x"),
		rhymes: strings.Fields("a ai an ang ạc ăn ấn ất ậu em ên ế ệt eo i iên inh oa oan ồ ôi ong ót ơn ú uân ung uyết ương ướt ỳ ảo ần ễn ị ở"),
	},
}
