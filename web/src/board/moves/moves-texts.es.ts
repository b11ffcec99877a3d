/** Moving cards, and what came of it. */
export const movesTexts = {
  to: 'Mover a…',
  column: 'Columna',
  position: 'Posición',
  top: '{{position}}, arriba del todo',
  bottom: '{{position}}, al final',
  move: 'Mover',
  moved: 'Movida a {{column}}',
  full: '{{column}} está llena: {{count}} de {{limit}}. Saque antes una tarjeta.',
  picked:
    '«{{title}}» levantada. {{column}}, posición {{index}} de {{count}}. Flechas para elegir sitio, espacio para soltar, escape para dejarla donde estaba.',
  over: '{{column}}, posición {{index}} de {{count}}',
  dropped: '«{{title}}» soltada en {{column}}, posición {{index}}',
  returned: '«{{title}}» sigue donde estaba',
};

export const outcomesTexts = {
  undo: 'Deshacer',
  undone: 'Deshecho: {{done}}',
  nothingToUndo: 'No hay nada que deshacer',
  conflict: 'Alguien ha cambiado «{{title}}» mientras tanto. Está en {{column}}.',
  conflictGone: 'Alguien ha quitado «{{title}}» del tablero mientras tanto.',
  refused: {
    NOT_OPEN: 'La tarjeta está archivada o en la papelera.',
    CHANGED_SINCE: 'No se puede deshacer: alguien la ha cambiado después.',
    NOT_UNDOABLE: 'Esto no se puede deshacer.',
    REVIEW_OPEN: 'Falta decidir la revisión de esta tarjeta.',
    BOARD_FULL: 'El tablero está lleno: tiene 2000 tarjetas. Archive algunas.',
  },
  columnRefused: {
    NAME_TAKEN: 'Ya hay otro con ese nombre.',
    TOO_MANY: 'No caben más columnas: son 30 como máximo.',
    SYSTEM: 'Presente trabaja con ella, y no se puede quitar.',
    NOT_ARCHIVED: 'Archívelo primero.',
    NOT_EMPTY: 'La columna tiene tarjetas ({{count}}). Muévalas o archívelas antes.',
  },
  failed: 'No se ha hecho. {{problem}}',
  away: 'Sin conexión. El tablero se pondrá al día solo.',
  reconnected_zero: 'Reconectado, sin cambios',
  reconnected_one: 'Reconectado, {{count}} cambio',
  reconnected_other: 'Reconectado, {{count}} cambios',
};
