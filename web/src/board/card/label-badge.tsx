import { Badge } from '@mantine/core';
import { type LabelState } from '../store/board-store';

/** Of Mantine's palette, as words on a tint of it. */
export const labelColour = (colour: LabelState['colour']): string =>
  colour === 'GREY' ? 'gray' : colour.toLowerCase();

/** A label with its name: the colour alone says nothing to many. */
export const LabelBadge = ({ label }: { readonly label: Pick<LabelState, 'name' | 'colour'> }) => (
  <Badge color={labelColour(label.colour)} tt="none" radius="sm" maw="100%">
    {label.name}
  </Badge>
);
