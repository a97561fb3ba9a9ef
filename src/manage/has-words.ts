/** Whether a text contains every word of a search, in any order and case, and without accents. */
export function hasWords(searched: string): (text: string) => boolean {
  const words = fold(searched).split(/\s+/).filter(Boolean);
  return (text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'ae');
