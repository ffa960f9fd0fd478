"""Takes the words of a PDF, and where they stand, in a process of its own.

pdfium is written in C, is not made for threads, and cannot be stopped: ten short drawings that each repeat the next ten
times hold it for hours. So it runs apart, without our environment, within limits on time and memory, and whatever
becomes of it there ends in a sentence here.
"""
