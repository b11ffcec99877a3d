export const keysTexts = {
  title: 'Teclas',
  on: 'Usar teclas sueltas',
  onAbout: 'Se recuerda en este dispositivo. Las flechas, Intro, espacio y Ctrl+Z funcionan siempre.',
  space: 'Espacio',
  of: {
    arrows: 'Ir de una tarjeta a otra',
    open: 'Abrir la tarjeta',
    carry: 'Levantar la tarjeta; otra vez, soltarla',
    cancel: 'Dejarla donde estaba',
    undo: 'Deshacer lo último',
    add: 'Tarjeta nueva',
    move: 'Mover a…',
    filter: 'Filtrar',
    decide: 'En una revisión abierta: aceptar, o que lo repita (o rechazar)',
    help: 'Estas teclas',
  },
};
