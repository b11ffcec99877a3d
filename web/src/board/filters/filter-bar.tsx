/** Where the filter is chosen; `/` leads to the field with the attribute `data-filter-text`. */
export const FilterBar = () => null;
