// Houselights in a web page: the game inside the widget's frame. What the page gives and takes is in package platform.
package main

import (
	"math/rand/v2"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/platform"
	"houselights/game/program"
	"houselights/game/stage"
)

func main() {
	page := platform.NewWeb()
	p, err := choosePack(page)
	if err != nil {
		page.Fail(err, "pack")
	} else if err := run(page, p); err != nil {
		page.Fail(err, "")
	}
	// The page may still call in: the program stays to hear it.
	select {}
}

func run(page *platform.Web, p *pack.Pack) error {
	model, err := app.New(p, app.Options{Mode: page.Settings.Mode, Event: page.Settings.Event, EventTitle: page.Settings.EventTitle,
		PackHost: page.Settings.PackHost, Foreign: page.Settings.PackHost != "", Kiosk: page.Settings.Kiosk, Unsaved: page.Settings.Unsaved, Confined: page.Settings.Confined})
	if err != nil {
		page.Warn(app.LeftOut(err))
	}
	// Before the first tick, which is told by it already.
	model, _ = app.Update(model, app.Corrected{Skew: page.Settings.Skew})
	viewer, painter, err := program.Parts()
	if err != nil {
		return err
	}
	painter.Bar = page.HidesBars()
	first := []app.Msg{app.Placed{Around: page.Around}, app.Seeded{Seed: rand.Uint64()}}
	if !page.Settings.Kiosk {
		saved, err := page.Load()
		if err != nil {
			page.Warn(err.Error())
		}
		first = append(first, app.Restored{Saved: saved})
		first = append(first, cutOff(page, model)...)
	}
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	game := stage.New(page, viewer.WithPlain(), painter, model, first...)
	game.Motion.Continues = true // the poster, which was there before, shows the same
	if page.Settings.Kiosk {
		game.Failed = func(err error) { page.Warn(err.Error()) }
	}
	return ebiten.RunGameWithOptions(game, &ebiten.RunGameOptions{InitUnfocused: true, DisableHiDPI: true})
}

// cutOff is the message with the visit that a crash or reload has cut off, where there was one that the model can take up.
func cutOff(page *platform.Web, m app.Model) []app.Msg {
	if page.Settings.Snapshot == "" {
		return nil
	}
	snapshot, err := app.DecodeSnapshot([]byte(page.Settings.Snapshot))
	if err == nil {
		err = m.Fits(snapshot)
	}
	if err != nil {
		page.Warn(err.Error() + ": the game begins anew")
		return nil
	}
	if !page.Settings.Unsaved {
		snapshot.Saved = app.Saved{} // what is stored is known, and nobody around shall add to it
	}
	return []app.Msg{app.Resumed{Snapshot: snapshot, Seen: page.Settings.Seen}}
}

func choosePack(page *platform.Web) (*pack.Pack, error) {
	s := page.Settings
	if s.Pack == "" {
		s.Pack = assets.BuiltIn
	}
	if s.PackHost == "" {
		return assets.Pack(s.Pack)
	}
	p, err := pack.Read(s.PackName, []byte(s.PackText))
	if err != nil {
		return nil, err
	}
	for _, t := range s.Texts {
		if _, err := p.Translate(t.Lang, []byte(t.Text)); err != nil {
			page.Warn(err.Error() + ": the pack is shown in its own language instead")
		}
	}
	return p, nil
}
