import { typeset } from './typesetting.js';

it('keeps the signs of French with their words, and leaves other languages as they are', () => {
  expect(typeset('fr-CA', 'À qui ? « {title} » ; 5 % : oui !')).toBe(
    'À qui\u202f? «\u00a0{title}\u00a0»\u202f; 5\u202f%\u00a0: oui\u202f!',
  );
  expect(typeset('es', '¿{title} ? «X» : 5 %')).toBe('¿{title} ? «X» : 5 %');
});
