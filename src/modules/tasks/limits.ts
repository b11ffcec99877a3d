/** How much a board holds, and how long its texts are (characters). A page shows a board whole, so nothing is without an end. */
export const BOARD_LIMITS = {
  boards: 100,
  columns: 30,
  labels: 50,
  /** Neither archived nor in the trash. */
  openCards: 2_000,
  checklists: 10,
  checklistItems: 50,
  assignees: 20,
  name: 80,
  title: 200,
  description: 10_000,
  item: 200,
  comment: 5_000,
  reason: 500,
  search: 100,
} as const;
