/** Words of a place that what is rendered for it repeats, by what they are. */
export type PlaceWords = Readonly<Record<string, string>>;

/** Labels that every object of a cluster has, and no other cluster like it. */
const labels = /^ +bizflow\.io\/(residency|compliance): (\S+)$/gm;

/** The words of a place, from its name and a text of it. */
export const wordsOf = (place: string, text: string): PlaceWords => {
  const [environment = '', ...rest] = place.split('/');
  const region = rest.at(-1) ?? '';
  return {
    ...Object.fromEntries([...text.matchAll(labels)].map(([, label, word]) => [label, word])),
    ...{ environment, region },
  };
};

/** A text in which the words of its place are marks, so that the same in another place is the same text. */
export const general = (text: string, words: PlaceWords): string => {
  const { environment = '', region = '', ...labelled } = words;
  // In one pass: a mark must not be taken for a word.
  const forms = [
    ['mark', '«'],
    ...Object.entries(labelled).map(([label, word]) => [
      label,
      `(?<=^ +bizflow\\.io/${label}: )${literally(word)}$`,
    ]),
    ['region', literally(region)],
    ['environment', literally(environment)],
  ].filter(([, form]) => form !== '');
  const anyOf = forms.map(([mark, form]) => `(?<${mark}>${form})`).join('|');
  return text.replace(new RegExp(anyOf, 'gm'), (...found) => {
    const [mark = ''] = Object.entries(found.at(-1)).find(([, word]) => word !== undefined) ?? [];
    return `«${mark}»`;
  });
};

/** The text as it is in a place. */
export const ofPlace = (text: string, words: PlaceWords): string =>
  text.replace(/«(\w+)»/g, (_, mark: string) => (mark === 'mark' ? '«' : (words[mark] ?? '')));

const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
