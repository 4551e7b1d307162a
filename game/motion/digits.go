package motion

// Amount is the number that a text of digits and what stands between them shows: 6180 for "6,180" and for "6.180".
func Amount(text string) int {
	n := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			n = n*10 + int(r-'0')
		}
	}
	return n
}

// Written writes a number in the way of a text: what stands between the digits stays in its place, and places that are not needed are left
// out. The number is no longer than the text's.
func Written(like string, n int) string {
	runes := []rune(like)
	from := len(runes)
	for i := len(runes) - 1; i >= 0 && (n > 0 || from == len(runes)); i-- {
		if runes[i] >= '0' && runes[i] <= '9' {
			runes[i] = '0' + rune(n%10)
			n /= 10
			from = i
		}
	}
	return string(runes[min(from, len(runes)):])
}
