import { Route, Switch } from 'wouter';
import { Shell } from '../shared/ui/shell';
import { BoardPage } from './boards/board-page';
import { BoardsPage } from './boards/boards-page';

/** The list of boards; a board, with or without one of its cards open: the page stays when a card is opened or closed. */
export const BoardApp = () => (
  <Shell>
    <Switch>
      <Route path="/" component={BoardsPage} />
      <Route path="/:boardId/*?">{({ boardId }) => <BoardPage key={boardId} boardId={boardId} />}</Route>
    </Switch>
  </Shell>
);
