// In one process, since to synthesise is what takes the time.
import './stacks/arrows.ts';
import './stacks/cost.ts';
import './stacks/data.ts';
import './stacks/generated.ts';
import './stacks/roles.ts';
import './stacks/service.ts';
import './stacks/watch.ts';
