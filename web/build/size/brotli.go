package size

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
)

// mostForACommand is more than what one command of brotli takes, in bytes: some literals, and what to copy from where.
// What takes more is the beginning of a block.
const mostForACommand = 64

// Weigh gives each part its share of compressed, which is the whole file compressed by brotli. A byte of it belongs to
// the part whose bytes it decodes to. So what a part repeats of others before it costs little, and the sum of the shares
// is the length of compressed.
func (b *Breakdown) Weigh(compressed []byte) error {
	for i := range b.weights {
		b.weights[i].Brotli = 0
	}
	source := &byteByByte{data: compressed}
	reader := brotli.NewReader(source)
	// Room for all that one byte can decode to: the reader returns before it takes the next byte.
	plain := make([]byte, len(b.file)+1)
	at, paid := 0, 0
	for {
		n, err := reader.Read(plain[at:])
		// Fed byte by byte, the reader may complain of what follows the stream together with the last of what is in it.
		ended := errors.Is(err, io.EOF) || err != nil && at+n == len(b.file)
		if err != nil && !ended {
			return fmt.Errorf("brotli: byte %d: %w", source.at, err)
		}
		if at+n > len(b.file) || !bytes.Equal(plain[at:at+n], b.file[at:at+n]) {
			return errors.New("brotli: it decodes to another file")
		}
		price := source.at - paid
		if price > mostForACommand && n > 0 {
			b.weights[b.index[codes]].Brotli += price
			paid, price = source.at, 0
		}
		for i := range n {
			b.weights[b.owner[at+i]].Brotli += (i+1)*price/n - i*price/n
		}
		if n > 0 {
			paid = source.at
		}
		at += n
		if ended {
			break
		}
	}
	if at < len(b.file) {
		return errors.New("brotli: it decodes to a part of the file")
	}
	// What closes the stream.
	b.weights[b.owner[at-1]].Brotli += len(compressed) - paid
	return nil
}

// byteByByte hands out one byte at a time, so that the decoder writes out all that each byte says.
type byteByByte struct {
	data []byte
	at   int
}

func (r *byteByByte) Read(p []byte) (int, error) {
	if r.at == len(r.data) {
		return 0, io.EOF
	}
	p[0] = r.data[r.at]
	r.at++
	return 1, nil
}
