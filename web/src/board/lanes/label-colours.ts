import { type LabelColour } from '../graphql/graphql';

/** Of Mantine's palette. */
const LABEL_COLOURS: Readonly<Record<LabelColour, string>> = {
  BLUE: 'blue',
  GREEN: 'green',
  GREY: 'gray',
  ORANGE: 'orange',
  PINK: 'pink',
  RED: 'red',
  TEAL: 'teal',
  VIOLET: 'violet',
  YELLOW: 'yellow',
};

/** For a dot or a stripe, on light and on dark. */
export const labelColour = (colour: LabelColour): string => `var(--mantine-color-${LABEL_COLOURS[colour]}-6)`;
