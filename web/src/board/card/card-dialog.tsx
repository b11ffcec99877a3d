interface Props {
  readonly cardId: string;
  readonly onClose: () => void;
}

/** A card whole. */
export const CardDialog = ({ cardId, onClose }: Props) => (
  <button type="button" onClick={onClose}>
    {cardId}
  </button>
);
