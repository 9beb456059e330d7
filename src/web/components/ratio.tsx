/** `31 / 35` in one piece: in a text from right to left the two numbers would change places. */
export const Ratio = ({ of, whole }: { of: string | number; whole: string | number }) => (
  <bdi dir="ltr">
    {of} / {whole}
  </bdi>
);
