/** Every board, and the way to a new one. */
export const BoardsPage = () => null;
