import sharp from 'sharp';

// Process-wide: of libvips's forty loaders only the three that we accept can be reached, whatever the bytes say. So a
// hole in the SVG, PDF, TIFF or GIF reader is none of ours.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

// A frame is seen once, so its pixels must not stay behind; and the threads that share out the cores are our own.
sharp.cache(false);
sharp.concurrency(1);

/** The image library, hardened. Nothing else in the product imports `sharp` itself. */
export { sharp };
