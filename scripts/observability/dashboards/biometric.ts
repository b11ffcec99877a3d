import { type Dashboard, orZero, quantile } from './panel.js';

const MATCHED = 'presente_validations_total{reason="MATCH"}';
const MISMATCHED = 'presente_validations_total{reason="FACE_MISMATCH"}';

/** Whether the machine still sees as it was measured. */
export const biometric: Dashboard = {
  uid: 'presente-biometric',
  title: 'Biometric health',
  about: 'Whether scores and pictures drift from what was measured. Sums over everybody; of nobody in particular.',
  rows: [
    {
      title: 'Scores',
      panels: [
        {
          title: 'Margin of accepted faces',
          about: 'Score above the threshold. The lowest tenth that falls toward 0: false rejects are next.',
          unit: 'short',
          queries: [
            { expr: quantile(0.1, 'presente_comparison_margin', 'outcome="ACCEPTED"'), legend: 'lowest tenth' },
            { expr: quantile(0.5, 'presente_comparison_margin', 'outcome="ACCEPTED"'), legend: 'half' },
          ],
        },
        {
          title: 'Mismatches by matches',
          about: 'Stands for false rejects: most people who show a code are its owners. Twice the usual is an alert.',
          unit: 'percentunit',
          bad: 0.1,
          queries: [
            {
              expr: `(sum(increase(${MISMATCHED}[1h])) or vector(0)) / (sum(increase(${MATCHED}[1h])) + (sum(increase(${MISMATCHED}[1h])) or vector(0)))`,
              legend: 'mismatches',
            },
          ],
        },
        {
          title: 'Models in use',
          about: 'More than one after a deployment is done: some workers compare with another model.',
          unit: 'short',
          bad: 2,
          queries: [{ expr: 'count by (model, version) (presente_model_info)', legend: '{{model}} {{version}}' }],
        },
      ],
    },
    {
      title: 'Liveness',
      panels: [
        {
          title: 'What the passive network says',
          about: 'A lowest tenth that falls at all doors: light or cameras; at one: see the doors.',
          unit: 'percentunit',
          queries: [
            { expr: quantile(0.1, 'presente_liveness_probability'), legend: 'lowest tenth' },
            { expr: quantile(0.5, 'presente_liveness_probability'), legend: 'half' },
          ],
        },
        {
          title: 'Liveness refusals by door, 15 minutes',
          about: 'Several at one door: look at the door before you look at the network.',
          unit: 'short',
          queries: [
            {
              expr: orZero('max by (checkpoint) (presente_checkpoint_recent_validations{outcome="picture"})'),
              legend: '{{checkpoint}}',
            },
          ],
        },
      ],
    },
    {
      title: 'Pictures',
      panels: [
        {
          title: 'Brightness of faces',
          about: 'Mean luma; below 40 and above 180 is refused.',
          unit: 'short',
          queries: [
            { expr: quantile(0.1, 'presente_face_brightness'), legend: 'lowest tenth' },
            { expr: quantile(0.5, 'presente_face_brightness'), legend: 'half' },
            { expr: quantile(0.9, 'presente_face_brightness'), legend: 'highest tenth' },
          ],
        },
        {
          title: 'Sharpness of faces',
          about: 'Below 0.55 is refused as blurred.',
          unit: 'short',
          queries: [
            { expr: quantile(0.1, 'presente_face_sharpness'), legend: 'lowest tenth' },
            { expr: quantile(0.5, 'presente_face_sharpness'), legend: 'half' },
          ],
        },
        {
          title: 'Distance between the eyes, pixels',
          about: 'Below 24 is refused as too small.',
          unit: 'short',
          queries: [
            { expr: quantile(0.1, 'presente_face_eye_distance_pixels'), legend: 'lowest tenth' },
            { expr: quantile(0.5, 'presente_face_eye_distance_pixels'), legend: 'half' },
          ],
        },
      ],
    },
  ],
};
