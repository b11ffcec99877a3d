import { setSourceMapsSupport } from 'node:module';

// With `--import`, instead of `--enable-source-maps`: the maps of a thousand files of others take a process a tenth of its start and
// 20 MB, for stacks that we read for our own files.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
