/** The items of a setting that may be a list, with commas between; an empty one stays, for whoever has to refuse it. */
export const splitList = (setting: string): string[] => setting.split(',').map((item) => item.trim());
