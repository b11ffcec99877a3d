import { people } from '../../scripts/demo/people.js';

/** The pictures of the demo's people, as files to upload. */
export async function frames() {
  const { genuine, ...others } = await people();
  return {
    genuine: genuine.map(({ jpeg }) => jpeg),
    probe: others.probe.jpeg,
    other: others.other.jpeg,
    two: others.two.jpeg,
    nobody: others.nobody.jpeg,
    blurred: others.blurred.jpeg,
  };
}

export type Frames = Awaited<ReturnType<typeof frames>>;
