import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Camera } from '../../shared/camera/camera';
import { type ShownAt } from './panel';

interface Props {
  readonly camera: Camera;
  /** What is to be done now. */
  readonly at: ShownAt;
}

/** What the camera sees, as in a mirror, with a frame for a QR or an oval for a face. */
export function Stage({ camera, at }: Props) {
  const { t } = useTranslation('kiosk');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { video } = camera;
    place.current?.prepend(video);
    return () => video.remove();
  }, [camera]);
  return (
    <div className="stage" ref={place} role="img" aria-label={t('camera')}>
      {/* Cut off as the picture is: the oval is a third of what the camera sees, not of what is left of it. */}
      <svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" aria-hidden>
        {at === 'framing' || at === 'acting' ? (
          <ellipse cx="200" cy="145" rx="68" ry="92" className="guide" />
        ) : (
          at === 'idle' && <rect x="110" y="60" width="180" height="180" rx="18" className="guide" />
        )}
      </svg>
    </div>
  );
}
