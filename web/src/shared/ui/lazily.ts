import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { takeNewBuild } from '../parts/new-build';

/**
 * A part of a page that is loaded when it is first drawn. Where it is gone because the server has another build by now, the page
 * is loaded anew, and what stands in for the part stays until then.
 */
export const lazily = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => {
    try {
      return { default: await load() };
    } catch (error) {
      if (await takeNewBuild()) return new Promise(() => undefined);
      throw error;
    }
  });
