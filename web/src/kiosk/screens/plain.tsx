import { type ReactNode } from 'react';
import { Languages } from './languages';

/** A page without a camera. */
export const Plain = ({ panel }: { readonly panel: ReactNode }) => (
  <main className="kiosk plain">
    <section className="controls">
      {panel}
      <footer>
        <Languages />
      </footer>
    </section>
  </main>
);
