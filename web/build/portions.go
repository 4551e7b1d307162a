package main

// pieces are the equal parts of the game of which the page knows how much of the download each is.
const pieces = 32

// portions says to how many bytes each piece of a file shrinks. The page counts bytes as they are unpacked, and yet its bar
// shall run evenly: code shrinks to a sixth, fonts to two thirds. Any compression tells the one from the other.
func portions(data []byte) ([]int, error) {
	sizes := make([]int, pieces)
	for i := range sizes {
		piece, err := compressors[".gz"].pack(data[i*len(data)/pieces : (i+1)*len(data)/pieces])
		if err != nil {
			return nil, err
		}
		sizes[i] = len(piece)
	}
	return sizes, nil
}
