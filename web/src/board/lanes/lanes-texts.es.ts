export const lanesTexts = { title: 'Tablero' };
