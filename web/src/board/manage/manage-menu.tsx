/** In the head of a board: what leads to its trash, archive, labels and settings. */
export const ManageMenu = () => null;
