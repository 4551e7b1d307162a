// Package program puts together what the window and the page share: the parts of the game, made from the embedded assets.
package program

import (
	"houselights/assets"
	"houselights/game/draw"
	"houselights/game/typeset"
	"houselights/game/ui"
	"houselights/game/view"
)

// Parts returns a viewer and a painter that measure and draw with the same fonts.
func Parts() (view.Viewer, *draw.Painter, error) {
	fonts, err := assets.Fonts()
	if err != nil {
		return view.Viewer{}, nil, err
	}
	viewer, err := Viewer(fonts)
	if err != nil {
		return view.Viewer{}, nil, err
	}
	shapes, err := assets.Shader("shapes")
	if err != nil {
		return view.Viewer{}, nil, err
	}
	scenery, err := assets.Shader("scenery")
	if err != nil {
		return view.Viewer{}, nil, err
	}
	painter, err := draw.New(fonts, shapes, scenery)
	return viewer, painter, err
}

// Viewer returns what turns models into screens, in every language there is.
func Viewer(fonts *typeset.Fonts) (view.Viewer, error) {
	library, err := assets.Words()
	return view.Viewer{Words: library, Layouter: ui.NewLayouter(fonts)}, err
}
