/** Whether a text has every word of what somebody searches for: in any order and case, and without accents. */
export function hasWords(searched: string): (text: string) => boolean {
  const words = fold(searched).split(/\s+/).filter(Boolean);
  return (text) => {
    const own = fold(text);
    return words.every((word) => own.includes(word));
  };
}

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'ae');
