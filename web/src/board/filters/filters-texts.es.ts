export const filtersTexts = {
  region: 'Filtros',
  text: 'Buscar',
  textHint: 'Título o descripción',
  mine: 'Mías',
  reviews: 'Revisiones',
  waiting: 'Esperan > 10 min',
  dues: { TODAY: 'Para hoy', OVERDUE: 'Vencidas' },
  labels: 'Etiquetas',
  assignees: 'Responsables',
  clear: 'Quitar los filtros',
  shown_one: 'Se ve {{count}} tarjeta; ocultas: {{hidden}}.',
  shown_other: 'Se ven {{count}} tarjetas; ocultas: {{hidden}}.',
};
