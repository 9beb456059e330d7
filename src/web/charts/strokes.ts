/** Lines that are told apart by dash as well as by colour; colours have a contrast of 3 and more against white. */
export interface Stroke {
  colour: string;
  dash: string | undefined;
}

const STROKES: readonly Stroke[] = [
  { colour: '#0b5c7a', dash: undefined },
  { colour: '#8a4600', dash: '9 4' },
  { colour: '#00703c', dash: '2 4' },
  { colour: '#4c2c6e', dash: '12 3 2 3' },
  { colour: '#b3261e', dash: '5 3' },
  { colour: '#484949', dash: '1 3' },
];

/** One for each name; the last is shared by all that come after. */
export const strokeFor = (names: readonly string[], name: string): Stroke => {
  const place = Math.min(Math.max(0, names.indexOf(name)), STROKES.length - 1);
  return STROKES[place] as Stroke;
};
