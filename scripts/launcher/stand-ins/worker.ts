import { serve } from './serve.js';

serve('WORKER_PORT');
