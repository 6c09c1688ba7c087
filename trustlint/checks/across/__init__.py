"""What the records of a library can say differently: one module for each thing that should be said alike.

A module notes what a message says (`statements`) and judges what all of them say (`judge`). Who compares must know that
the same thing is meant: what sets two statements apart in their titles or sentences (`qualifiers`) keeps them apart.
"""
