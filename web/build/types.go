package main

import (
	"os"
	"path/filepath"
)

// typesFile is what TypeScript has to know of <house-lights>, for those who build their pages from their own sources.
const typesFile = "houselights.d.ts"

// addTypes adds the types as they are.
func (s site) addTypes(src sources) error {
	data, err := os.ReadFile(filepath.Join(src.web, "types", typesFile))
	if err != nil {
		return err
	}
	s[typesFile] = data
	return nil
}
