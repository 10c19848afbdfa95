### What is refused, and what went wrong.

errors-denied-audit = Solo quien tiene el permiso «Gestionar servidor» puede usar el registro de auditoría.
errors-denied-guild-data = Solo quien es propietario de este servidor puede exportar o eliminar sus datos.
errors-denied-not-yours = Eso es de otra persona: solo ella puede usarlo.
errors-denied-host = Solo quienes alojan el bot pueden ver esto.
errors-denied-here = No puedes usar esto aquí.
errors-ours = Algo ha fallado en el bot. Inténtalo de nuevo en un momento; si sigue igual, dale esta referencia a quien aloja el bot: { $reference }.
