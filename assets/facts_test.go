package assets_test

import (
	"fmt"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/pack"
)

// fact is a row of the tables beside the pack.
type fact struct {
	text    string
	spoiler bool
	sources map[string]string // address, or "", by title
}

// claim reports whether the row only says what somebody claimed.
func (f fact) claim() bool { return strings.HasPrefix(f.text, "Claim:") }

// facts reads the tables that the questions rest on, copies of which are kept beside the pack.
func facts(t *testing.T) map[string]fact {
	t.Helper()
	all := map[string]fact{}
	for _, name := range []string{"film", "sequel"} {
		data, err := os.ReadFile("packs/facts/" + name + ".tsv")
		require.NoError(t, err)
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
			cells := strings.Split(strings.TrimRight(line, "\r"), "\t")
			require.GreaterOrEqual(t, len(cells), 7, line)
			f := fact{text: cells[1], spoiler: cells[3] == "yes", sources: map[string]string{}}
			require.Equal(t, cells[5] == "reported" || cells[5] == "disputed", f.claim(), line)
			for source := range strings.SplitSeq(cells[6], " | ") {
				title, address, _ := strings.Cut(strings.TrimSpace(source), " http")
				if address != "" {
					address = "http" + address
				}
				f.sources[title] = address
			}
			all[cells[0]] = f
		}
	}
	require.Len(t, all, 322+120)
	return all
}

func builtIn(t *testing.T) *pack.Pack {
	t.Helper()
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	return p
}

// months are the names that the tables give dates with.
var months = []string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// dated matches the date of a page as the tables write it into its title.
var dated = regexp.MustCompile(` ?\((?:(\d{1,2}) )?(?:([A-Z][a-z]{2})[a-z]* )?(\d{4})\)`)

// asCited is a source's title without its date, and the date, as a pack has them.
func asCited(title string) (bare, date string) {
	title = strings.ReplaceAll(title, "'", "’")
	if bare, _, around := strings.Cut(title, " (around "); around { // the only one, which then says when
		return bare, "2025"
	}
	at := dated.FindStringSubmatchIndex(title)
	if at == nil {
		return title, ""
	}
	m := dated.FindStringSubmatch(title)
	date = m[3]
	if month := slices.Index(months, m[2]); m[2] != "" && month > 0 {
		date += fmt.Sprintf("-%02d", month)
	} else if m[2] != "" {
		return title, ""
	}
	if m[1] != "" {
		date += fmt.Sprintf("-%02s", m[1])
	}
	return title[:at[0]] + title[at[1]:], date
}

// distrusted are the hosts that the notes beside the tables say not to link to: they invent things, or are the rumour itself.
var distrusted = regexp.MustCompile(`winenfood|visualfoodie|eatsip365|bookey|millkun|techplanet|todaycnews|fnnewsupdate|newstvseries`)

// TestQuestionsRestOnFacts checks of every question of the built-in pack that it cites rows that there are, that its source is that
// of one of them, with its date, and that it says no more than they do of what can be told by a machine: claims are marked as
// that, and what spoils is.
func TestQuestionsRestOnFacts(t *testing.T) {
	all := facts(t)
	for _, q := range builtIn(t).Questions {
		cited, claims, spoils := map[pack.Source]bool{}, 0, false
		for i, id := range q.Facts {
			f, ok := all[id]
			require.True(t, ok, "%s: there is no fact %s", q.ID, id)
			assert.False(t, slices.Contains(q.Facts[:i], id), "%s: %s twice", q.ID, id)
			for title, address := range f.sources {
				bare, date := asCited(title)
				cited[pack.Source{Title: bare, Date: date, URL: address}] = true
				cited[pack.Source{Title: bare, Date: date}] = true // a page that is a copy, or has gone, is named and not linked to
			}
			if f.claim() {
				claims++
			}
			spoils = spoils || f.spoiler
		}
		assert.True(t, cited[q.Source], "%s: its source is none of those of %v: %+v", q.ID, q.Facts, q.Source)
		if q.Source.URL != "" {
			link, err := url.Parse(q.Source.URL)
			require.NoError(t, err, q.ID)
			assert.False(t, distrusted.MatchString(link.Host), "%s: links to %s", q.ID, link.Host)
		}
		assert.Equal(t, claims > 0, q.Status == pack.Reported, "%s: reported, if and only if it tells a claim", q.ID)
		assert.True(t, !spoils || q.Spoiler, "%s: tells how the story goes on", q.ID)
		if q.Rumour {
			assert.Equal(t, claims > 0, !q.True, "%s: a rumour, if and only if it tells a claim", q.ID)
		}
	}
}

// reportedly are the words by which a question says that it asks what was reported.
var reportedly = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)report|announce|claim|circulat|rumou?r|\bsaid\b|account`),
	"es": regexp.MustCompile(`(?i)public|anunci|afirm|circul|rumor|se dijo|se decía|según|supuest|noticia`),
	"vi": regexp.MustCompile(`(?i)chưa được xác nhận|chưa được kiểm chứng|chưa ai xác nhận|các tin|tin đưa|thông báo|được cho là|lan truyền|tin đồn|bản tin|đưa tin|nói rằng|loan báo|theo đó|tuyên bố`),
}

// sequels are the words for what nobody has confirmed.
var sequels = regexp.MustCompile(`(?i)sequel|second (Purple Hearts )?film|Part 2|Purple Hearts 2`)

// TestTheSequelIsOnlyReported checks that a question that rests on a claim says in its own wording, in every language, that this is
// what was reported; and that no other question speaks of a sequel, but for those that ask what is real and what a rumour.
func TestTheSequelIsOnlyReported(t *testing.T) {
	p := builtIn(t)
	for lang, words := range reportedly {
		for _, q := range p.In(lang).Questions {
			if q.Topic == sequel || q.Status == pack.Reported && !q.Rumour {
				assert.Regexp(t, words, q.Ask, "%s %s", lang, q.ID)
			}
		}
	}
	for _, q := range p.Questions {
		if q.Topic != sequel && !q.Rumour {
			for _, text := range append([]string{q.Ask, q.Why}, append(q.Right, q.Wrong...)...) {
				assert.NotRegexp(t, sequels, text, q.ID)
			}
		}
	}
}
