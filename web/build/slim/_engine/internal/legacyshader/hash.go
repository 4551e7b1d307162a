package legacyshader

// Hash is the key of a source in the table: FNV-1a in 64 bits. The generator of the table stops where two are alike.
func Hash(source []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, b := range source {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h
}
