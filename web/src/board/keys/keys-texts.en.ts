import { type keysTexts as es } from './keys-texts.es';

export const keysTexts: typeof es = {
  title: 'Keys',
  on: 'Use single keys',
  onAbout: 'Remembered on this device. Arrows, Enter, Space and Ctrl+Z always work.',
  space: 'Space',
  of: {
    arrows: 'From card to card',
    open: 'Open the card',
    carry: 'Pick the card up; again, drop it',
    cancel: 'Leave it where it was',
    undo: 'Undo the latest',
    add: 'New card',
    move: 'Move to…',
    filter: 'Filter',
    decide: 'In an open review: accept, or ask again (or reject)',
    help: 'These keys',
  },
};
